"""All settings of a layer, edited beside its card; made from the fields of the engine's descriptions."""
