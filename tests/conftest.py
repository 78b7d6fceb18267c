"""What holds for every test: offscreen Qt, one BLAS thread, fresh folders, deterministic hypothesis."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
for _variable in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"):
    os.environ.setdefault(_variable, "1")

from hypothesis import settings  # noqa: E402 - numpy must not be imported before the threads are set

settings.register_profile("nnplay", derandomize=True, deadline=None, database=None)
settings.load_profile("nnplay")
