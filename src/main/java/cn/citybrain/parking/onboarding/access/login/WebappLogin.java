package cn.citybrain.parking.onboarding.access.login;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.Webapps;
import cn.citybrain.parking.onboarding.access.people.People;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Tells the webapps who Spring Security says is there. They ask with every call, so that a role or tenant given or taken
 * counts at once; the price is a handful of indexed queries.
 */
final class WebappLogin extends ContainerBasedAuthenticationFilter implements AuthenticationProvider {

    /** Cockpit's own queries go past the engine's and want to be told every tenant. */
    private static final String COCKPIT = "/api/cockpit/";

    private static final Pattern OWN_USER = Pattern.compile("/api/admin/auth/user/([^/]+)");
    private final People people;

    private WebappLogin(People people) {
        this.people = people;
    }

    @Override
    public void init(FilterConfig config) {
        authenticationProvider = this;
    }

    @Override
    protected String extractEngineName(HttpServletRequest request) {
        Matcher ownUser = OWN_USER.matcher(getRequestUri(request));
        return ownUser.matches() ? ownUser.group(1) : super.extractEngineName(request);
    }

    @Override
    protected boolean existisAuthentication(Authentications authentications, String engineName, String username) {
        return false;
    }

    @Override
    public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
        Authentication login = SecurityContextHolder.getContext().getAuthentication();
        return login == null
                ? AuthenticationResult.unsuccessful()
                : people.find(login)
                        .map(actor -> known(actor, getRequestUri(request).startsWith(COCKPIT)))
                        .orElseGet(AuthenticationResult::unsuccessful);
    }

    private AuthenticationResult known(Actor actor, boolean cockpit) {
        AuthenticationResult result = AuthenticationResult.successful(actor.userId());
        result.setGroups(List.copyOf(actor.groups()));
        result.setTenants(cockpit ? people.engineTenants(actor.userId()) : people.engineTenants(actor));
        return result;
    }

    @Override
    public void augmentResponseByAuthenticationChallenge(HttpServletResponse response, ProcessEngine engine) {
        // the status says it all
    }

    @Configuration
    static class Registration {

        /** After Spring Security, before the webapps' own filters. */
        @Bean
        FilterRegistrationBean<WebappLogin> webappLogin(People people) {
            FilterRegistrationBean<WebappLogin> filter = new FilterRegistrationBean<>(new WebappLogin(people));
            filter.addUrlPatterns(Webapps.PATH + "/*");
            filter.setOrder(0);
            return filter;
        }
    }
}
