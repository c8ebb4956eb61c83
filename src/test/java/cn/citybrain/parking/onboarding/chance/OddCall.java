package cn.citybrain.parking.onboarding.chance;

import cn.citybrain.parking.onboarding.access.route.MappedRoutes;
import cn.citybrain.parking.onboarding.access.route.Route;
import cn.citybrain.parking.onboarding.access.route.Visitor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.quicktheories.core.Gen;
import org.quicktheories.core.RandomnessSource;
import org.quicktheories.generators.Generate;
import org.springframework.context.ApplicationContext;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

/**
 * A call of the API behind forms and pages.
 *
 * @param by who makes it
 * @param query what it says there
 * @param ids what stands in place of the first variable of its path; empty for something that is there
 * @param body null for none
 */
record OddCall(Route route, Visitor by, Map<String, String> query, List<String> ids, Object body) {

    /** Own passwords and sessions, and the vendor of all tests: others need them. */
    private static final Pattern OTHERS_NEED_THEM = Pattern.compile("/api/(account/.*|masterdata/vendors/\\{group}.*)");

    static Gen<OddCall> changing(ApplicationContext app) {
        return among(app, false);
    }

    static Gen<OddCall> reading(ApplicationContext app) {
        return among(app, true);
    }

    private static Gen<OddCall> among(ApplicationContext app, boolean reading) {
        Map<Route, HandlerMethod> controllers = MappedRoutes.controllers(app);
        List<Route> routes = controllers.keySet().stream()
                .filter(route -> route.reads() == reading)
                .filter(route ->
                        route.path().startsWith("/api/") && !route.path().startsWith("/api/v2/"))
                .filter(route -> !OTHERS_NEED_THEM.matcher(route.path()).matches())
                .toList();
        return in -> {
            Route route = Generate.pick(routes).generate(in);
            return call(route, controllers.get(route), in);
        };
    }

    private static OddCall call(Route route, HandlerMethod method, RandomnessSource in) {
        Map<String, String> query = new LinkedHashMap<>();
        Object body = null;
        for (MethodParameter parameter : method.getMethodParameters()) {
            if (parameter.hasParameterAnnotation(RequestBody.class)) {
                body = OddBody.of(ResolvableType.forMethodParameter(parameter)).generate(in);
            } else if (parameter.hasParameterAnnotation(RequestParam.class)
                    && Generate.range(0, 3).generate(in) < 3) {
                query.put(parameter.getParameter().getName(), Odd.text().generate(in));
            }
        }
        List<String> ids = new ArrayList<>();
        if (Generate.range(0, 3).generate(in) == 3) {
            ids.add(Odd.text().generate(in));
        }
        return new OddCall(route, visitor(in), query, ids, body);
    }

    /** Those who may change most come most often. */
    private static Visitor visitor(RandomnessSource in) {
        return Generate.pick(List.of(
                        Visitor.OPERATOR,
                        Visitor.OPERATOR,
                        Visitor.SUPERVISOR,
                        Visitor.SUPERVISOR,
                        Visitor.REVIEWER,
                        Visitor.VENDOR,
                        Visitor.AUDITOR,
                        Visitor.ADMIN))
                .generate(in);
    }

    /** The path before its variables are filled in. */
    String path() {
        String path = route.path();
        for (String id : ids) {
            path = path.replaceFirst(
                    "\\{[^{}]*}", encoded(id).replace("\\", "\\\\").replace("$", "\\$"));
        }
        return path;
    }

    /** Behind the path. */
    String asked() {
        return query.entrySet().stream()
                .map(said -> said.getKey() + "=" + encoded(said.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text.substring(0, Math.min(200, text.length())), StandardCharsets.UTF_8)
                .replace("+", "%20");
    }
}
