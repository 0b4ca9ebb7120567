"""Where the work runs. Kernels and stages never know the engine."""
