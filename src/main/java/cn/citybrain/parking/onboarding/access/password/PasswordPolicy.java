package cn.citybrain.parking.onboarding.access.password;

import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;
import com.nulabinc.zxcvbn.matchers.Match;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/**
 * What a new password has to be: long enough, not made of its owner's name, and not among the first billion that somebody
 * would try.
 */
@NamedInterface("services")
@Component
public class PasswordPolicy {

    /** In characters. */
    public static final int SHORTEST = 10;

    /** In characters; as long as the login page's field. */
    public static final int LONGEST = 128;

    private static final int NAME_THAT_COUNTS = 2;

    /** 10⁹ guesses at least; zxcvbn's own third step of four begins at 10⁸, where two words of ours already are. */
    private static final double GUESSES_LOG_10 = 9;

    /** To judge more takes long and changes nothing. */
    private static final int JUDGED = 64;

    /** What this place and its people suggest, a word a line; zxcvbn knows English words and the passwords of English speakers. */
    private static final String AROUND = "access/guessed-words.txt";

    private final Zxcvbn guesses = new Zxcvbn();
    private final List<String> around = words();

    /**
     * @param userId may be empty where it is not known yet, like the name
     * @return sentences for the person, which rule is broken and what to do; empty for a good one
     */
    public List<String> faults(String userId, String name, String password) {
        List<String> faults = new ArrayList<>();
        int length = password == null ? 0 : password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            faults.add("密码至少 " + SHORTEST + " 个字符，现在是 " + length + " 个。");
        } else if (length > LONGEST) {
            faults.add("密码最多 " + LONGEST + " 个字符，现在是 " + length + " 个。");
        }
        if (length == 0) {
            return faults;
        }
        if (holds(password, userId)) {
            faults.add("密码不能包含用户名，请换一个。");
        }
        if (holds(password, name)) {
            faults.add("密码不能包含本人姓名，请换一个。");
        }
        if (faults.isEmpty()) {
            guessed(password, userId, name).ifPresent(faults::add);
        }
        return List.copyOf(faults);
    }

    private static boolean holds(String password, String word) {
        return word != null
                && word.strip().length() >= NAME_THAT_COUNTS
                && password.toLowerCase(Locale.ROOT).contains(word.strip().toLowerCase(Locale.ROOT));
    }

    private Optional<String> guessed(String password, String userId, String name) {
        List<String> words = new ArrayList<>(around);
        words.add(userId == null ? "" : userId);
        words.add(name == null ? "" : name);
        words.removeIf(String::isBlank);
        Strength strength = guesses.measure(password.substring(0, Math.min(JUDGED, password.length())), words);
        return strength.getGuessesLog10() >= GUESSES_LOG_10 ? Optional.empty() : Optional.of(why(strength));
    }

    /** By what its longest part is. */
    private static String why(Strength strength) {
        Match part = strength.getSequence().stream()
                .max(Comparator.comparingInt(Match::tokenLength))
                .orElseThrow();
        return switch (part.pattern) {
            case Dictionary -> "密码太常见，很容易被猜到。请换成几个互不相关的词，或再加长一些。";
            case Spatial, Sequence, Repeat -> "密码是连续、重复或键盘上相邻的字符，很容易被猜到。请换成几个互不相关的词。";
            case Date, Regex -> "密码主要是日期或年份，很容易被猜到。请换成几个互不相关的词。";
            case Bruteforce -> "密码太容易被猜到。请再加长一些，或换成几个互不相关的词。";
        };
    }

    private static List<String> words() {
        try {
            return new ClassPathResource(AROUND)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
