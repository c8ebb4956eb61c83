package cn.citybrain.parking.onboarding.access.session;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.core.annotation.Order;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A call looks its session up once. Spring Session's filter would do it a second time when it is done, only to see which id
 * the call came with.
 */
@Component
@Order(SessionRepositoryFilter.DEFAULT_ORDER - 1)
final class LooksOfCall extends OncePerRequestFilter {

    private final ThreadLocal<Map<String, KeptSession<?>>> found = new ThreadLocal<>();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        found.set(new HashMap<>());
        try {
            chain.doFilter(request, response);
        } finally {
            found.remove();
        }
    }

    /** Null if there is none: that is looked for again. */
    @SuppressWarnings("unchecked")
    <S extends KeptSession<?>> S once(String id, Supplier<S> look) {
        Map<String, KeptSession<?>> here = found.get();
        if (here == null) {
            return look.get();
        }
        KeptSession<?> known = here.get(id);
        if (known == null || !known.getId().equals(id)) {
            known = look.get();
            here.put(id, known);
        }
        return (S) known;
    }

    void forget(String id) {
        if (found.get() != null) {
            found.get().remove(id);
        }
    }
}
