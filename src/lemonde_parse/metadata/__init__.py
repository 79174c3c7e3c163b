"""What the page says about itself, where it says it, and whom to believe."""
