package org.gridward.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.gridward.incident.Categories;
import org.gridward.incident.Category;
import org.gridward.incident.CategoryGuess;
import org.gridward.incident.CategoryGuesses;
import org.gridward.incident.Where;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;
import org.springframework.stereotype.Component;

/** Reads the words of an order: which category is meant, where it is, and what a refusal says to the person who settles it. */
@Component
class OrderWords {

    private static final int TEXT_MOST = 4_000;

    private final Categories categories;
    private final CategoryGuesses guesses;

    OrderWords(Categories categories, CategoryGuesses guesses) {
        this.categories = categories;
        this.guesses = guesses;
    }

    /** The same order has the same digest, whatever the order of its columns. */
    static String digest(HotlineOrder order) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            new TreeMap<>(order.content()).forEach((column, text) -> {
                sha.update(column.getBytes(StandardCharsets.UTF_8));
                sha.update((byte) 0);
                sha.update(text.strip().getBytes(StandardCharsets.UTF_8));
                sha.update((byte) 1);
            });
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("This Java has no SHA-256", missing);
        }
    }

    /** @throws Problem 422 {@code unknown-category} with guesses to choose from */
    String category(HotlineOrder order, String fallback) {
        String word = order.category() == null ? "" : order.category().strip();
        for (Category category : categories.list()) {
            boolean meant = word.equals(category.nameZh())
                    || word.toLowerCase(Locale.ROOT).equals(category.nameEn().toLowerCase(Locale.ROOT));
            if (meant && category.parent().isPresent()) {
                return category.code();
            }
        }
        if (categories.find(word).isPresent()) {
            return categories.get(word).code();
        }
        if (fallback != null) {
            return fallback;
        }
        throw Problem.unprocessable(
                        "unknown-category",
                        word.isEmpty()
                                ? "The order names no category."
                                : "'" + cut(word, 80) + "' is no category of incidents.")
                .with("/category", Fault.UNKNOWN, "unknown category");
    }

    /** The text, or the category's word where there is none; cut at what an incident holds, whole in the order's content. */
    String text(HotlineOrder order) {
        String text = order.text() == null || order.text().isBlank() ? order.category() : order.text();
        return cut(text, TEXT_MOST);
    }

    /** @throws Problem 422 {@code location-missing} */
    Where where(HotlineOrder order) {
        if (order.lon() != null && order.lat() != null) {
            return Where.at(order.lon(), order.lat());
        }
        if (order.address() == null || order.address().isBlank()) {
            throw Problem.unprocessable("location-missing", "The order has neither an address nor lon and lat.");
        }
        return Where.address(order.address().strip());
    }

    HeldReason reason(Problem problem, HotlineOrder order) {
        if (problem.slug().equals("unknown-category")) {
            return new HeldReason(
                    problem.slug(),
                    problem.detail(),
                    guesses.of(order.text() + " " + order.category()).stream()
                            .map(OrderWords::choice)
                            .toList());
        }
        List<Map<String, Object>> choices = problem.entries().stream()
                .filter(entry -> entry.location() != null)
                .map(entry -> {
                    Map<String, Object> choice = new LinkedHashMap<>(entry.more());
                    choice.put("lon", entry.location().getCoordinate().x);
                    choice.put("lat", entry.location().getCoordinate().y);
                    return choice;
                })
                .toList();
        String more = problem.entries().isEmpty()
                ? ""
                : " " + problem.entries().get(0).pointer() + ": "
                        + problem.entries().get(0).message();
        return new HeldReason(problem.slug(), cut(problem.detail() + (choices.isEmpty() ? more : ""), 1_000), choices);
    }

    private static Map<String, Object> choice(CategoryGuess guess) {
        return Map.of(
                "category", guess.code(), "nameZh", guess.nameZh(), "nameEn", guess.nameEn(), "words", guess.words());
    }

    /** At most so many characters, without U+0000; null for null or blank. */
    static String cut(String text, int most) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String plain = text.strip().replace("\0", "");
        return plain.length() > most ? plain.substring(0, most) : plain;
    }
}
