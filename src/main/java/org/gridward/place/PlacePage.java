package org.gridward.place;

import java.util.List;
import java.util.Optional;

/** A page of places in the order of their codes; {@code next} is the code to go on after, empty on the last page. */
public record PlacePage(List<Place> places, Optional<String> next) {}
