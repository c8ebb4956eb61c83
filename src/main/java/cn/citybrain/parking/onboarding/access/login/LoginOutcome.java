package cn.citybrain.parking.onboarding.access.login;

import cn.citybrain.parking.onboarding.access.Webapps;
import cn.citybrain.parking.onboarding.access.call.Refusal;
import cn.citybrain.parking.onboarding.access.oidc.OidcRefusal;
import cn.citybrain.parking.onboarding.access.oidc.TokenServer;
import cn.citybrain.parking.onboarding.access.throttle.TooSoon;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/** What people and scripts are told about their login: a page leads to the login page, a call is answered in JSON. */
@Component
class LoginOutcome extends SavedRequestAwareAuthenticationSuccessHandler
        implements AuthenticationFailureHandler, AuthenticationEntryPoint, AccessDeniedHandler {

    /** To a call whose token is missing or old. */
    static final String STALE_TOKEN = "页面的安全令牌已失效，没有办理。内容还在页面上，请再试一次；仍不成功请刷新页面。";

    private static final Logger LOG = LoggerFactory.getLogger(LoginOutcome.class);
    private final RememberedPage page;
    private final RequestMatcher calls = Paths.any("/api/**", Webapps.API + "**");

    LoginOutcome(RememberedPage page) {
        this.page = page;
        setDefaultTargetUrl("/");
        setRequestCache(page);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException e) throws IOException {
        LOG.info("login refused: {}", e.getMessage());
        TypedName.keep(request, response);
        response.sendRedirect("/login?reason=" + reason(e));
    }

    private static String reason(AuthenticationException e) {
        if (e instanceof TooSoon later) {
            return "wait&seconds=" + later.seconds();
        }
        if (e instanceof EngineLogin.NotReady) {
            return "starting";
        }
        Optional<OidcRefusal> remote = OidcRefusal.of(e);
        if (remote.isPresent()) {
            return remote.get().code();
        }
        if (e instanceof DisabledException) {
            return "disabled";
        }
        return e instanceof BadCredentialsException ? "wrong" : "error";
    }

    /** Nobody is logged in (any more). */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        if (calls.matches(request)) {
            Refusal.of(HttpStatus.UNAUTHORIZED, "登录已过期，请重新登录。").write(response);
        } else {
            if (request.getRequestURI().equals(TokenServer.START)) {
                response.sendRedirect("/login?reason=" + OidcRefusal.AWAY.code());
                return;
            }
            boolean expired = request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
            response.sendRedirect(expired ? "/login?reason=expired" : "/login");
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        boolean token = e instanceof CsrfException;
        if (token && !calls.matches(request)) {
            response.sendRedirect("/login?reason=stale");
            return;
        }
        String message = token ? STALE_TOKEN : "您没有权限进行此操作。";
        Refusal.of(HttpStatus.FORBIDDEN, message).write(response);
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws jakarta.servlet.ServletException, IOException {
        LOG.info("logged in: {}", authentication.getName());
        Device.keep(request, response);
        // it is led there now, and not again
        page.removeRequest(request, response);
        super.onAuthenticationSuccess(request, response, authentication);
    }
}
