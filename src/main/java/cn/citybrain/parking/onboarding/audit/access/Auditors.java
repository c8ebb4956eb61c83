package cn.citybrain.parking.onboarding.audit.access;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.people.CurrentUser;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Every address below {@code /api/audit}, also one that there is not: 403 for everybody but auditors. Who is not logged in
 * gets 401 before.
 */
@Component
public class Auditors implements HandlerInterceptor {

    private final CurrentUser user;
    private final ObjectMapper json;

    Auditors(CurrentUser user, ObjectMapper json) {
        this.user = user;
        this.json = json;
    }

    /** The auditor who is asking. */
    public Actor current() {
        return user.current();
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (user.current().is(Role.AUDITOR)) {
            return true;
        }
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        json.writeValue(response.getWriter(), Map.of("message", "审计资料只供审计人员查看"));
        return false;
    }
}
