"""Pictures of the window and of networks: screenshots, thumbnails."""
