package org.gridward.responsibility;

import java.time.Instant;
import java.util.List;

/** A version of a rule that picks who leads; {@code layerOrder} names the layers that are asked first, in order. */
public record Rule(String id, int version, Instant validFrom, String text, String textEn, List<String> layerOrder) {}
