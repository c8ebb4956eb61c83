package cn.citybrain.parking.onboarding.board;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.application.ApplicationState;
import cn.citybrain.parking.onboarding.application.register.AccountGroup;
import cn.citybrain.parking.onboarding.merchant.BindingState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** A state is called the same where one looks for it as where one reads it. */
class StateWordsTest {

    private static final Pattern TABLE = Pattern.compile("export const (\\w+) = \\{\\n(.*?)\\n\\};", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("(\\w+): \\['([^']+)'");

    @Test
    void filtersSayWhatBadgesSay() throws IOException {
        assertThat(of("APPLICATION_STATES"))
                .isEqualTo(named(Stream.of(ApplicationState.values()), ApplicationState::title));
        assertThat(of("ACCOUNT_GROUPS")).isEqualTo(named(Stream.of(AccountGroup.values()), AccountGroup::title));
        assertThat(of("BINDING_STATES")).isEqualTo(named(Stream.of(BindingState.values()), BindingWords::of));
    }

    private static <T extends Enum<T>> Map<String, String> named(
            Stream<T> states, java.util.function.Function<T, String> title) {
        return states.collect(Collectors.toMap(Enum::name, title, (one, other) -> one, TreeMap::new));
    }

    private static Map<String, String> of(String table) throws IOException {
        String words = new ClassPathResource("META-INF/resources/onboarding/words.js")
                .getContentAsString(StandardCharsets.UTF_8);
        Matcher found = TABLE.matcher(words);
        while (found.find()) {
            if (found.group(1).equals(table)) {
                Map<String, String> told = new TreeMap<>();
                Matcher word = WORD.matcher(found.group(2));
                while (word.find()) {
                    told.put(word.group(1), word.group(2));
                }
                return told;
            }
        }
        throw new AssertionError(table + " is not in words.js");
    }
}
