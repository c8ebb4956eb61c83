package cn.citybrain.parking.onboarding.access.login;

import java.util.Arrays;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Requests by their path. */
final class Paths {

    private Paths() {}

    /** Those that one of the patterns fits. */
    static RequestMatcher any(String... patterns) {
        var paths = PathPatternRequestMatcher.withDefaults();
        return new OrRequestMatcher(Arrays.stream(patterns)
                .map(pattern -> (RequestMatcher) paths.matcher(pattern))
                .toList());
    }
}
