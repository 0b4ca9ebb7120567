"""Pure kernels on text: no I/O, no models, no knowledge of the stages."""
