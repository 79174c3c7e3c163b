"""Reads the metadata of a page, from all places that contain it, and decides between them."""
