package org.gridward.code;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gridward.grid.GridMap;
import org.gridward.incident.Categories;
import org.gridward.incident.Category;

/** The names of one time, as this installation knew them at another (null: now): grids in force, and the categories of incidents. */
final class KnownNames implements CodeReader.Names {

    private static final int COUNTY_DIGITS = 6;

    private final GridMap map;
    private final Categories categories;
    private final Instant at;
    private final Instant knownAt;
    private final Map<String, Set<String>> counties = new HashMap<>();

    KnownNames(GridMap map, Categories categories, Instant at, Instant knownAt) {
        this.map = map;
        this.categories = categories;
        this.at = at;
        this.knownAt = knownAt;
    }

    @Override
    public Optional<CodeReader.Name> division(String layer, String key) {
        return map.find(layer, at, knownAt)
                .flatMap(inForce -> inForce.find(key))
                .map(grid -> new CodeReader.Name(grid.nameZh(), grid.nameEn()));
    }

    @Override
    public boolean shouldKnow(String layer, String key) {
        return counties.computeIfAbsent(layer, this::countiesOf).contains(key.substring(0, COUNTY_DIGITS));
    }

    private Set<String> countiesOf(String layer) {
        Set<String> found = new HashSet<>();
        map.find(layer, at, knownAt).ifPresent(inForce -> inForce.codes().stream()
                .filter(code -> code.length() > COUNTY_DIGITS)
                .forEach(code -> found.add(code.substring(0, COUNTY_DIGITS))));
        return found;
    }

    @Override
    public Optional<CodeReader.Name> category(CodeScheme scheme, String classDigits) {
        if (scheme.subject() != CodeScheme.Subject.EVENT) {
            return Optional.empty();
        }
        return categories.list().stream()
                .filter(category -> category.classCode().equals(classDigits))
                .filter(category -> category.parent().isEmpty() == (classDigits.length() == 2))
                .findFirst()
                .map(KnownNames::name);
    }

    private static CodeReader.Name name(Category category) {
        return new CodeReader.Name(category.nameZh(), category.nameEn());
    }
}
