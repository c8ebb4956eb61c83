package cn.citybrain.parking.onboarding.access.login;

import cn.citybrain.parking.onboarding.access.oidc.RemoteLogout;
import cn.citybrain.parking.onboarding.access.people.KnownPerson;
import cn.citybrain.parking.onboarding.access.people.Proven;
import cn.citybrain.parking.onboarding.access.session.LoginMark;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;

/**
 * Who is logged in, as a session keeps it: the id, in place of Spring Security's objects, whose bytes the next version of it
 * could not read.
 */
final class KeptLogin implements SecurityContextRepository {

    private final Clock clock;

    KeptLogin(Clock clock) {
        this.clock = clock;
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Deferred(request);
    }

    /** Spring Security's former way to ask. */
    @Override
    @SuppressWarnings("deprecation")
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return loadDeferredContext(holder.getRequest()).get();
    }

    /** When somebody logs in, and when they log out. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        Authentication login = context.getAuthentication();
        if (login != null && !(login instanceof AnonymousAuthenticationToken)) {
            LoginMark mark = new LoginMark(
                    clock.instant(),
                    request.getRemoteAddr(),
                    request.getHeader(HttpHeaders.USER_AGENT),
                    Proven.generationOf(login));
            mark.put(request.getSession(), login.getName());
            WebappToken.make(request.getSession());
            RemoteLogout.remember(request.getSession(), login);
        } else if (request.getSession(false) != null) {
            LoginMark.remove(request.getSession(false));
        }
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && LoginMark.person(session).isPresent();
    }

    private static SecurityContext of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null
                ? new SecurityContextImpl()
                : LoginMark.person(session)
                        .map(userId -> new KnownPerson(userId, LoginMark.generation(session)))
                        .map(person -> UsernamePasswordAuthenticationToken.authenticated(person, null, List.of()))
                        .map(SecurityContextImpl::new)
                        .orElseGet(SecurityContextImpl::new);
    }

    /** Looked up when somebody asks: pictures and scripts for everybody cost no statement. */
    private static final class Deferred implements DeferredSecurityContext {

        private final HttpServletRequest request;
        private SecurityContext context;

        Deferred(HttpServletRequest request) {
            this.request = request;
        }

        @Override
        public SecurityContext get() {
            if (context == null) {
                context = of(request);
            }
            return context;
        }

        @Override
        public boolean isGenerated() {
            return get().getAuthentication() == null;
        }
    }
}
