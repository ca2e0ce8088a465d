package org.gridward.incident;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Guesses what a free text is about from the words that the tree of categories holds. Longer words weigh more. */
@Component
public class CategoryGuesses {

    private static final int SHOWN = 5;
    private static final int READ_MOST = 20_000;

    private final Categories categories;

    CategoryGuesses(Categories categories) {
        this.categories = categories;
    }

    /** The likeliest first; empty where no word leads anywhere. */
    public List<CategoryGuess> of(String text) {
        String read =
                (text == null ? "" : text.substring(0, Math.min(text.length(), READ_MOST))).toLowerCase(Locale.ROOT);
        List<CategoryGuess> guesses = new ArrayList<>();
        for (Category category : categories.list()) {
            if (category.parent().isEmpty()) {
                continue;
            }
            List<String> words = Stream.concat(
                            Stream.of(category.nameZh(), category.nameEn().toLowerCase(Locale.ROOT)),
                            category.words().stream())
                    .distinct()
                    .filter(word -> !word.isBlank() && read.contains(word))
                    .toList();
            if (!words.isEmpty()) {
                int score = words.stream()
                        .mapToInt(word ->
                                word.codePoints().anyMatch(c -> c > 0x2E7F) ? 2 * word.length() : word.length() / 2)
                        .sum();
                guesses.add(new CategoryGuess(category.code(), category.nameZh(), category.nameEn(), score, words));
            }
        }
        guesses.sort(Comparator.comparingInt(CategoryGuess::score).reversed());
        return guesses.subList(0, Math.min(SHOWN, guesses.size()));
    }
}
