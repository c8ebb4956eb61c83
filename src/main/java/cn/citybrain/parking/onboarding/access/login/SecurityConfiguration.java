package cn.citybrain.parking.onboarding.access.login;

import cn.citybrain.parking.onboarding.access.Webapps;
import cn.citybrain.parking.onboarding.access.call.CallRules;
import cn.citybrain.parking.onboarding.access.call.EngineApiGate;
import cn.citybrain.parking.onboarding.access.door.Callers;
import cn.citybrain.parking.onboarding.access.oidc.OidcLogin;
import cn.citybrain.parking.onboarding.access.oidc.RemoteLogout;
import cn.citybrain.parking.onboarding.access.people.CurrentUser;
import cn.citybrain.parking.onboarding.access.recovery.NothingToDo;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;

/** Who may talk to which address: machines that sign their messages, and people who log in once for everything. */
@Configuration
class SecurityConfiguration {

    /** Each message proves itself by its signature. */
    private static final String[] MACHINES = Callers.MACHINES.patterns().toArray(String[]::new);

    private static final String[] WATCHERS = Callers.WATCHERS.patterns().toArray(String[]::new);

    private static final String[] STATIC_FILES = {
        "/assets/**",
        "/favicon.ico",
        Webapps.PATH + "/favicon.ico",
        Webapps.PATH + "/assets/**",
        Webapps.PATH + "/lib/**"
    };

    @Bean
    @Order(1)
    SecurityFilterChain callsOfMachines(HttpSecurity http) throws Exception {
        return http.securityMatcher(MACHINES)
                .authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    /** Whether the node is well everybody may know; with the watchers' token also how, and the meters. */
    @Bean
    @Order(0)
    SecurityFilterChain callsOfWatchers(HttpSecurity http, WatcherToken token) throws Exception {
        return http.securityMatcher(WATCHERS)
                .authorizeHttpRequests(all -> all.requestMatchers("/actuator/health", "/actuator/health/**")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .addFilterBefore(new WatcherLogin(token), AnonymousAuthenticationFilter.class)
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    /**
     * What needs the engine comes lazily: the filters are built before it is. The manager has no parent: one that asked
     * again would count every wrong password twice.
     */
    @Bean
    @Order(2)
    SecurityFilterChain callsOfPeople(
            HttpSecurity http,
            @Lazy AuthenticationProvider login,
            LoginOutcome outcome,
            @Lazy CallRules rules,
            CurrentUser user,
            RememberedPage page,
            OidcLogin oidc,
            RemoteLogout remote,
            Clock clock)
            throws Exception {
        return http.authenticationManager(new ProviderManager(login, oidc.provider()))
                .securityContext(context -> context.securityContextRepository(new KeptLogin(clock)))
                // nothing of the session before goes over to the person, the id least of all
                .sessionManagement(session -> session.sessionFixation(fixation -> fixation.newSession()))
                .authorizeHttpRequests(paths -> paths.requestMatchers(STATIC_FILES)
                        .permitAll()
                        .requestMatchers("/login", "/error", "/account/set-password", "/account/forgot")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .formLogin(form -> form.loginPage("/login")
                        .authenticationDetailsSource(Device::client)
                        .successHandler(outcome)
                        .failureHandler(outcome))
                .oauth2Login(there -> oidc.on(there).successHandler(outcome).failureHandler(outcome))
                .logout(logout -> logout.addLogoutHandler(
                                (request, response, person) -> remote.leaving(request, response))
                        .logoutSuccessUrl("/login?reason=logout"))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(outcome).accessDeniedHandler(outcome))
                .requestCache(cache -> cache.requestCache(page))
                .csrf(csrf -> csrf.csrfTokenRepository(csrfCookie())
                        .csrfTokenRequestHandler(plainToken())
                        // the webapps bring their own protection, with a token of their own
                        .ignoringRequestMatchers(Webapps.PATH + "/**")
                        // nobody is logged in there: the link is what proves somebody, and a page may have stood open
                        // long
                        .ignoringRequestMatchers("/account/set-password", "/account/forgot"))
                .headers(SecurityConfiguration::headers)
                .addFilterAfter(new NothingToDo(user), AuthorizationFilter.class)
                .addFilterAfter(new WebappToken(), NothingToDo.class)
                .addFilterAfter(new WebappLogout(remote), WebappToken.class)
                .addFilterAfter(new EngineApiGate(rules, user), WebappLogout.class)
                .build();
    }

    /** The others are {@link AnswerHeaders}'. */
    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        // PrivateAnswers says it, so that nobody unsays it
        headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable);
    }

    /** Scripts of our forms and pages read the cookie and send it back as a header. */
    private static CookieCsrfTokenRepository csrfCookie() {
        CookieCsrfTokenRepository cookie = CookieCsrfTokenRepository.withHttpOnlyFalse();
        cookie.setCookieName("ONBOARDING-XSRF");
        cookie.setHeaderName("X-ONBOARDING-XSRF");
        cookie.setCookiePath("/");
        cookie.setCookieCustomizer(options -> options.sameSite("Lax"));
        return cookie;
    }

    /** Without an attribute name the token is made at once, so that the cookie is there before a form needs it. */
    private static CsrfTokenRequestAttributeHandler plainToken() {
        CsrfTokenRequestAttributeHandler handler = new CsrfTokenRequestAttributeHandler();
        handler.setCsrfRequestAttributeName(null);
        return handler;
    }
}
