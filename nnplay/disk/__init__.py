"""Files, as the whole program reads and writes them: ordinary ones only, whole, and never over anything else."""
