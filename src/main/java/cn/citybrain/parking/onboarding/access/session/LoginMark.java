package cn.citybrain.parking.onboarding.access.session;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.session.FindByIndexNameSessionRepository;

/**
 * That somebody logged in: all that a session keeps of them.
 *
 * @param address where from
 * @param agent what the browser says of itself, cut
 * @param generation of the account when the person proved who they are; 0 in what the version before wrote
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record LoginMark(Instant since, String address, String agent, long generation) {

    static final String ATTRIBUTE = "login";
    private static final String PERSON = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;
    private static final int AGENT = 300;

    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    public LoginMark {
        agent = agent == null ? "" : agent.substring(0, Math.min(AGENT, agent.length()));
    }

    /** From now on the session is this person's. */
    public void put(HttpSession session, String userId) {
        session.setAttribute(ATTRIBUTE, written());
        session.setAttribute(PERSON, userId);
    }

    /** The session is nobody's any more. */
    public static void remove(HttpSession session) {
        session.removeAttribute(PERSON);
        session.removeAttribute(ATTRIBUTE);
    }

    /** Whose session it is; empty where nobody logged in. */
    public static Optional<String> person(HttpSession session) {
        return session.getAttribute(ATTRIBUTE) == null
                ? Optional.empty()
                : Optional.ofNullable((String) session.getAttribute(PERSON));
    }

    /** Of the account, when the session's person proved who they are. */
    public static long generation(HttpSession session) {
        return in(session::getAttribute).map(LoginMark::generation).orElse(0L);
    }

    LoginMark at(long another) {
        return new LoginMark(since, address, agent, another);
    }

    static Optional<LoginMark> in(Function<String, Object> attributes) {
        return Optional.ofNullable((String) attributes.apply(ATTRIBUTE)).map(LoginMark::read);
    }

    static LoginMark read(String written) {
        try {
            return JSON.readValue(written, LoginMark.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a session's login cannot be read", e);
        }
    }

    String written() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
