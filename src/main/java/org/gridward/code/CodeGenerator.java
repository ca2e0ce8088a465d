package org.gridward.code;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridward.code.GenerateCodes.Wanted;
import org.gridward.geometry.ReadingOrder;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;

/**
 * Gives out codes: the next that were never used, to the grids of a parent from west to east and north to south. A grid
 * that has a code of the parent keeps it. Pure.
 */
final class CodeGenerator {

    private static final int MOST = 10_000;

    private CodeGenerator() {}

    /** @param used every code below the parent that was ever given out */
    static List<GivenCode> generate(GenerateCodes wanted, Collection<String> used) {
        CodeScheme scheme = wanted.scheme();
        CodePart sequence = scheme.sequence()
                .orElseThrow(() -> Problem.unprocessable(
                        "scheme-without-numbers",
                        "A code of the scheme '" + scheme.id() + "' (" + CodeReader.layout(scheme)
                                + ") ends with no number that could be given out."));
        if (wanted.merged()) {
            return List.of(new GivenCode(null, merged(scheme, wanted.parent(), used), false));
        }
        FreeNumbers free = new FreeNumbers(sequence, range(sequence, CodeRange.Meaning.USUAL), scheme.digits(), used);
        if (wanted.grids().isEmpty()) {
            require(wanted.count());
            return free.take(wanted.count(), wanted.parent()).stream()
                    .map(number -> new GivenCode(null, wanted.parent() + number, false))
                    .toList();
        }
        require(wanted.grids().size());
        return toGrids(wanted, sequence, free, used);
    }

    private static List<GivenCode> toGrids(
            GenerateCodes wanted, CodePart sequence, FreeNumbers free, Collection<String> used) {
        List<Wanted> without =
                wanted.grids().stream().filter(grid -> grid.code().isEmpty()).toList();
        Set<String> kept = new HashSet<>(used);
        List<GivenCode> given = new ArrayList<>();
        for (Wanted grid : wanted.grids()) {
            grid.code().ifPresent(code -> given.add(new GivenCode(grid.ref(), keep(wanted, code, given), true)));
        }
        given.forEach(code -> kept.add(code.code()));
        if (wanted.grids().size() == 1 && without.size() == 1 && free.untouched()) {
            Optional<String> whole = whole(wanted, sequence, used);
            if (whole.isPresent()) {
                return List.of(new GivenCode(without.get(0).ref(), whole.get(), false));
            }
        }
        FreeNumbers rest = new FreeNumbers(
                sequence,
                range(sequence, CodeRange.Meaning.USUAL),
                wanted.scheme().digits(),
                kept);
        List<String> numbers = rest.take(without.size(), wanted.parent());
        List<Integer> order =
                ReadingOrder.of(without.stream().map(Wanted::shape).toList());
        for (int i = 0; i < order.size(); i++) {
            given.add(new GivenCode(without.get(order.get(i)).ref(), wanted.parent() + numbers.get(i), false));
        }
        return given;
    }

    private static String keep(GenerateCodes wanted, String code, List<GivenCode> given) {
        boolean fits = code.length() == wanted.scheme().digits()
                && CodeReader.isDigits(code)
                && code.startsWith(wanted.parent());
        boolean twice = given.stream().anyMatch(other -> other.code().equals(code));
        if (!fits || twice) {
            throw Problem.unprocessable(
                            "code-not-kept",
                            "The code " + code + (twice ? " is there twice" : " is no code below " + wanted.parent())
                                    + "; leave it out and a new one is given.")
                    .with("/grids", Fault.UNLIKE, code);
        }
        return code;
    }

    /** The code of a community that is one grid, where the scheme has one and it was never used. */
    private static Optional<String> whole(GenerateCodes wanted, CodePart sequence, Collection<String> used) {
        return sequence.ranges().stream()
                .filter(range -> range.meaning() == CodeRange.Meaning.WHOLE)
                .map(range -> wanted.parent() + "0".repeat(sequence.length()))
                .filter(code -> !used.contains(code))
                .findFirst();
    }

    private static String merged(CodeScheme scheme, String street, Collection<String> used) {
        CodePart community = scheme.parts().stream()
                .filter(part -> part.ranges().stream().anyMatch(range -> range.meaning() == CodeRange.Meaning.MERGED))
                .findFirst()
                .orElseThrow(() -> Problem.unprocessable(
                        "scheme-without-merging",
                        "The scheme '" + scheme.id()
                                + "' has no numbers for merged communities; 'community-grid' has."));
        FreeNumbers free =
                new FreeNumbers(community, range(community, CodeRange.Meaning.MERGED), scheme.digits(), used);
        return street
                + free.take(1, street).get(0)
                + "0".repeat(scheme.sequence().orElseThrow().length());
    }

    private static CodeRange range(CodePart part, CodeRange.Meaning meaning) {
        return part.ranges().stream()
                .filter(range -> range.meaning() == meaning)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + meaning + " range in part " + part.name()));
    }

    private static void require(int count) {
        if (count < 1 || count > MOST) {
            throw Problem.unprocessable("count", count + " codes are wanted; ask for 1 to " + MOST + ".")
                    .with("/count", Fault.range(1, MOST), "from 1 to " + MOST);
        }
    }
}
