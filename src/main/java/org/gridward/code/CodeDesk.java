package org.gridward.code;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.gridward.grid.GridInfo;
import org.gridward.grid.GridMap;
import org.gridward.grid.LayerMap;
import org.gridward.grid.UsedCodes;
import org.gridward.incident.Categories;
import org.gridward.place.Places;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;
import org.springframework.stereotype.Component;

/** Explains codes and gives out new ones. */
@Component
public class CodeDesk {

    /** A grid in force that has the code. */
    public record Bearer(String layer, String nameZh, String nameEn, String edition) {}

    private final CodeSchemes schemes;
    private final GridMap map;
    private final UsedCodes usedCodes;
    private final Places places;
    private final Categories categories;

    CodeDesk(CodeSchemes schemes, GridMap map, UsedCodes usedCodes, Places places, Categories categories) {
        this.schemes = schemes;
        this.map = map;
        this.usedCodes = usedCodes;
        this.places = places;
        this.categories = categories;
    }

    /**
     * A code read by the schemes that may be meant: the named one, else every scheme with as many digits, else (to say what
     * is wrong) the schemes of the subject nearest in length. Never empty; a bad code is no problem here but a reading with
     * faults. Grids are those of {@code at} as known at {@code knownAt} (null: now).
     */
    public List<CodeReading> read(String code, Optional<CodeScheme> scheme, Instant at, Instant knownAt) {
        String written = code.strip();
        CodeReader reader = reader(at, knownAt);
        if (scheme.isPresent()) {
            return List.of(reader.read(scheme.get(), written));
        }
        List<CodeScheme> all = schemes.list();
        List<CodeScheme> fitting = all.stream()
                .filter(candidate -> candidate.digits() == written.length())
                .toList();
        if (fitting.isEmpty()) {
            int nearest = all.stream()
                    .mapToInt(candidate -> Math.abs(candidate.digits() - written.length()))
                    .min()
                    .orElseThrow();
            fitting = all.stream()
                    .filter(candidate -> Math.abs(candidate.digits() - written.length()) == nearest)
                    .toList();
        }
        return fitting.stream()
                .map(candidate -> reader.read(candidate, written))
                .toList();
    }

    CodeReader reader(Instant at, Instant knownAt) {
        return new CodeReader(new KnownNames(map, categories, at, knownAt));
    }

    /** The grids in force at that time, as known at a time, that have the code: one, unless two layers use it. */
    public List<Bearer> bearers(String code, Instant at, Instant knownAt) {
        return map.maps(at, knownAt).stream()
                .flatMap(inForce -> inForce.find(code).map(grid -> bearer(inForce, grid)).stream())
                .toList();
    }

    private static Bearer bearer(LayerMap map, GridInfo grid) {
        return new Bearer(
                map.layer().code(), grid.nameZh(), grid.nameEn(), map.edition().toString());
    }

    /** Whether the code was ever given to a grid, in force or ended: then it is not given out again. */
    public boolean everUsed(String code) {
        return usedCodes.below(code).contains(code);
    }

    /**
     * Codes below a parent, never one that was used before.
     *
     * @throws Problem 422 when the parent does not fit the scheme, naming the part and what is allowed; 409 when its numbers
     *     are used up
     */
    public List<GivenCode> generate(GenerateCodes wanted, Instant at) {
        requireParent(wanted, at);
        return CodeGenerator.generate(wanted, used(wanted));
    }

    private Collection<String> used(GenerateCodes wanted) {
        return wanted.scheme().subject() == CodeScheme.Subject.COMPONENT
                ? places.codesBelow(wanted.parent())
                : usedCodes.below(wanted.parent());
    }

    private void requireParent(GenerateCodes wanted, Instant at) {
        CodeScheme scheme = wanted.scheme();
        int digits = wanted.merged()
                ? scheme.part("street").map(CodePart::end).orElse(scheme.parentDigits())
                : scheme.parentDigits();
        String parent = wanted.parent();
        Problem refusal = Problem.unprocessable(
                "parent-not-acceptable",
                "Below '" + parent + "' no codes of the scheme '" + scheme.id() + "' are given.");
        if (parent.length() != digits || !CodeReader.isDigits(parent)) {
            throw refusal.with(
                    "/parent",
                    Fault.UNLIKE,
                    "'" + parent + "': send the " + digits + " digits before the number: " + CodeReader.layout(scheme));
        }
        reader(at, null).read(scheme, parent).faults().stream()
                .filter(fault -> !fault.part().equals("code"))
                .forEach(fault -> refusal.with(
                        "/parent",
                        Fault.UNLIKE,
                        fault.part() + ": " + fault.message() + "; allowed: " + fault.allowed()));
        if (!refusal.entries().isEmpty()) {
            throw refusal;
        }
    }
}
