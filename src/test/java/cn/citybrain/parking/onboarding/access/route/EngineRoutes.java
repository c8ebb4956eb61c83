package cn.citybrain.parking.onboarding.access.route;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.core.annotation.AnnotatedElementUtils;

/** What the engine's web applications answer: the resources of their JAX-RS applications, and those below them. */
final class EngineRoutes {

    /** Where the servlet container of JAX-RS is told its application. */
    private static final String APPLICATION = "jakarta.ws.rs.Application";

    private final SortedSet<Route> routes = new TreeSet<>();
    private final Deque<Class<?>> above = new ArrayDeque<>();

    private EngineRoutes() {}

    static SortedSet<Route> of(ServletContext servlets) {
        EngineRoutes found = new EngineRoutes();
        for (ServletRegistration servlet : servlets.getServletRegistrations().values()) {
            String application = servlet.getInitParameter(APPLICATION);
            if (application != null) {
                servlet.getMappings().forEach(mapping -> found.walk(application, mapping.replace("/*", "")));
            }
        }
        return found.routes;
    }

    private void walk(String application, String at) {
        try {
            Application resources = (Application)
                    Class.forName(application).getDeclaredConstructor().newInstance();
            for (Class<?> resource : resources.getClasses()) {
                Path path = AnnotatedElementUtils.findMergedAnnotation(resource, Path.class);
                if (path != null) {
                    walk(resource, joined(at, path));
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(application, e);
        }
    }

    private void walk(Class<?> resource, String at) {
        if (above.contains(resource)) {
            return;
        }
        above.push(resource);
        for (Method method : resource.getMethods()) {
            if (!method.isBridge()) {
                walk(method, at);
            }
        }
        above.pop();
    }

    private void walk(Method method, String at) {
        Path path = AnnotatedElementUtils.findMergedAnnotation(method, Path.class);
        HttpMethod verb = AnnotatedElementUtils.findMergedAnnotation(method, HttpMethod.class);
        String address = path == null ? at : joined(at, path);
        if (verb != null) {
            routes.add(new Route(verb.value(), address));
        } else if (path != null) {
            walk(method.getReturnType(), address);
        }
    }

    /** A variable without the pattern that it must fit. */
    private static String joined(String at, Path path) {
        String below = path.value()
                .replaceAll("\\{\\s*(\\w+)\\s*:[^{}]*(\\{[^{}]*}[^{}]*)*}", "{$1}")
                .replaceAll("^/|/$", "");
        return below.isEmpty() ? at : at + "/" + below;
    }
}
