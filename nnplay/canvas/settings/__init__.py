"""All settings of a layer, edited beside its card; generated from the fields of the engine's descriptions."""
