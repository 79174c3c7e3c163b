"""What an Article can be turned into. Each module reads the Article and nothing else."""
