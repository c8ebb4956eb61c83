package cn.citybrain.parking.onboarding.access.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.MapSession;

class LooksOfCallTest {

    private final LooksOfCall looks = new LooksOfCall();
    private final AtomicInteger statements = new AtomicInteger();

    @Test
    void aCallLooksOnceAndTheNextOneAgain() throws Exception {
        for (int call = 1; call <= 2; call++) {
            looks.doFilter(new MockHttpServletRequest(), new MockHttpServletResponse(), (request, response) -> {
                KeptSession<MapSession> first = look("a");
                assertThat(look("a")).isSameAs(first);
            });
            assertThat(statements).hasValue(call);
        }
    }

    @Test
    void whatWasDeletedOrBearsAnotherIdIsLookedForAgain() throws Exception {
        looks.doFilter(new MockHttpServletRequest(), new MockHttpServletResponse(), (request, response) -> {
            KeptSession<MapSession> session = look("a");
            session.changeSessionId();
            look("a");
            assertThat(statements).hasValue(2);
            looks.forget("a");
            look("a");
            assertThat(statements).hasValue(3);
        });
    }

    @Test
    void outsideOfACallEveryLookCounts() {
        look("a");
        look("a");

        assertThat(statements).hasValue(2);
    }

    private KeptSession<MapSession> look(String id) {
        return looks.once(id, () -> {
            statements.incrementAndGet();
            return new KeptSession<>(new MapSession(id), Clock.systemUTC(), Duration.ofMinutes(1));
        });
    }
}
