package org.gridward.access;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.gridward.platform.Problem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

/** How passwords are made, judged and hashed (bcrypt, with the method's name before the hash). */
@Configuration(proxyBeanMethods = false)
class Passwords {

    private static final int LONGEST = 72;
    private static final int SHORTEST = 8;
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    @Bean
    static PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    /** Sixteen letters and digits that cannot be mistaken for each other: 93 bits. */
    static String generate() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            password.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return password.toString();
    }

    /** Whether bcrypt, which reads 72 bytes and no more, sees all of the password. */
    static boolean fits(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length <= LONGEST;
    }

    /**
     * Judges a password that a person chose.
     *
     * @throws Problem when it has fewer than 8 characters or more than 72 bytes
     */
    static String judged(String password) {
        if (password.length() < SHORTEST || !fits(password)) {
            throw Problem.unprocessable(
                    "password-length",
                    "The password has " + password.length() + " characters; use at least " + SHORTEST
                            + " characters and at most " + LONGEST + " bytes.");
        }
        return password;
    }
}
