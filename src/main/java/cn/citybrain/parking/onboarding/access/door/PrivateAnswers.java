package cn.citybrain.parking.onboarding.access.door;

import cn.citybrain.parking.onboarding.access.Webapps;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * No browser and no proxy keeps what is somebody's, and nobody further in says otherwise: the webapps' own filter says
 * {@code no-cache}, which lets it be kept. Only the files that are the same for everybody may be.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class PrivateAnswers extends OncePerRequestFilter {

    private static final String NEVER = "no-cache, no-store, max-age=0, must-revalidate";

    private static final Pattern SAME_FOR_ALL = Pattern.compile("/favicon\\.ico|/assets/.*|" + Webapps.PATH
            + "/(favicon\\.ico|assets/.*|lib/.*|app/[a-z]+/[^?]*\\.(js|css|json|svg|png|ico|woff2?|ttf|eot)"
            + "|api/[a-z]+/plugin/[A-Za-z]+/static/.*)");

    private static final Set<String> OURS = Set.of("cache-control", "pragma", "expires");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return SAME_FOR_ALL.matcher(request.getRequestURI()).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Kept answer = new Kept(response);
        answer.tell();
        chain.doFilter(request, answer);
    }

    /** Hears nothing about caches from anybody else. */
    private static final class Kept extends HttpServletResponseWrapper {

        Kept(HttpServletResponse response) {
            super(response);
        }

        private void tell() {
            super.setHeader(HttpHeaders.CACHE_CONTROL, NEVER);
            super.setHeader(HttpHeaders.PRAGMA, "no-cache");
            super.setHeader(HttpHeaders.EXPIRES, "0");
        }

        private static boolean isOurs(String name) {
            return name != null && OURS.contains(name.toLowerCase(Locale.ROOT));
        }

        @Override
        public void setHeader(String name, String value) {
            if (!isOurs(name)) {
                super.setHeader(name, value);
            }
        }

        @Override
        public void addHeader(String name, String value) {
            if (!isOurs(name)) {
                super.addHeader(name, value);
            }
        }

        @Override
        public void setDateHeader(String name, long date) {
            if (!isOurs(name)) {
                super.setDateHeader(name, date);
            }
        }

        @Override
        public void addDateHeader(String name, long date) {
            if (!isOurs(name)) {
                super.addDateHeader(name, date);
            }
        }

        @Override
        public void reset() {
            super.reset();
            tell();
        }
    }
}
