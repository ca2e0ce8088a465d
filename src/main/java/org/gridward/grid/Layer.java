package org.gridward.grid;

import java.util.Optional;

/**
 * One level of grids: code (lower case, digits, hyphens), kind, the layer its grids nest in, names for the screens. Layers
 * are listed from the widest to the finest, then in the order they were made.
 */
public record Layer(String code, LayerKind kind, Optional<String> parent, String nameZh, String nameEn) {}
