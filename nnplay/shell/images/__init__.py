"""Pictures that the window makes of itself and of networks: screenshots, thumbnails."""
