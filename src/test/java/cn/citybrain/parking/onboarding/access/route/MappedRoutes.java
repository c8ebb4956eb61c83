package cn.citybrain.parking.onboarding.access.route;

import jakarta.servlet.ServletContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** What Spring MVC answers: controllers, pages, files, actuator. */
public final class MappedRoutes {

    /** In place of a query. */
    static final String FILE = "a-file";

    private MappedRoutes() {}

    /** @throws IllegalStateException where there is a kind of mapping whose addresses nobody here knows how to list */
    static SortedSet<Route> of(ApplicationContext app) {
        SortedSet<Route> routes = new TreeSet<>();
        app.getBeansOfType(HandlerMapping.class).forEach((name, mapping) -> routes.addAll(of(name, mapping)));
        return routes;
    }

    /** The controllers' methods, by their routes. */
    public static SortedMap<Route, HandlerMethod> controllers(ApplicationContext app) {
        SortedMap<Route, HandlerMethod> controllers = new TreeMap<>();
        app.getBeansOfType(RequestMappingInfoHandlerMapping.class)
                .values()
                .forEach(mapping -> mapping.getHandlerMethods()
                        .forEach((info, method) -> of(info).forEach(route -> controllers.put(route, method))));
        return controllers;
    }

    /** What a call has to say in its query besides, by route: {@code field=1&version=1}; and where it has to bring a file. */
    static Map<Route, String> demanded(ApplicationContext app) {
        Map<Route, String> demanded = new TreeMap<>();
        controllers(app).forEach((route, method) -> demanded.put(route, demanded(method)));
        return demanded;
    }

    private static String demanded(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                .filter(MappedRoutes::isDemanded)
                .map(parameter -> parameter.getParameterType() == MultipartFile.class
                        ? FILE
                        : parameter.getParameter().getName() + "=1")
                .sorted(Comparator.comparing(FILE::equals))
                .collect(Collectors.joining("&"));
    }

    private static boolean isDemanded(MethodParameter parameter) {
        RequestParam said = parameter.getParameterAnnotation(RequestParam.class);
        return said.required() && said.defaultValue().equals(ValueConstants.DEFAULT_NONE);
    }

    /** The servlets beside Spring MVC's, by what they are mapped to. */
    static SortedSet<String> servlets(ServletContext servlets) {
        SortedSet<String> mappings = new TreeSet<>();
        servlets.getServletRegistrations().values().forEach(servlet -> mappings.addAll(servlet.getMappings()));
        return mappings;
    }

    private static Collection<Route> of(String name, HandlerMapping mapping) {
        if (mapping instanceof RequestMappingInfoHandlerMapping controllers) {
            return controllers.getHandlerMethods().keySet().stream()
                    .flatMap(info -> of(info).stream())
                    .toList();
        }
        if (mapping instanceof AbstractUrlHandlerMapping addresses) {
            return addresses.getHandlerMap().keySet().stream()
                    .map(path -> new Route("GET", path))
                    .toList();
        }
        if (mapping instanceof RouterFunctionMapping functions && functions.getRouterFunction() == null) {
            return List.of();
        }
        throw new IllegalStateException(name + " maps addresses in a way that this test cannot list: " + mapping);
    }

    private static List<Route> of(RequestMappingInfo info) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        String query = info.getParamsCondition().getExpressions().stream()
                .map(Object::toString)
                .reduce("", (all, one) -> all.isEmpty() ? "?" + one : all + "&" + one);
        List<Route> routes = new ArrayList<>();
        for (String path : info.getPatternValues()) {
            if (methods.isEmpty()) {
                routes.add(new Route("GET", path + query));
                routes.add(new Route("POST", path + query));
            }
            methods.forEach(method -> routes.add(new Route(method.name(), path + query)));
        }
        return routes;
    }
}
