package cn.citybrain.parking.onboarding.access.call;

import cn.citybrain.parking.onboarding.access.Actor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A call by method and path below the engine, with what it takes to make it. */
record CallRule(String method, Pattern path, Check check) {

    static final String ENGINE = "engine/engine/default/";

    static CallRule on(String method, String path, Check check) {
        return new CallRule(method, Pattern.compile(ENGINE + path), check);
    }

    Optional<HttpServletRequest> apply(EngineCall call, Actor actor) {
        Matcher matcher = path.matcher(call.path());
        return call.method().equals(method) && matcher.matches()
                ? Optional.of(check.pass(call, matcher, actor))
                : Optional.empty();
    }

    /** What it takes to make a call. */
    interface Check {

        /** @throws Refusal with the reason in Chinese */
        HttpServletRequest pass(EngineCall call, Matcher path, Actor actor);
    }
}
