package cn.citybrain.parking.onboarding.channel;

import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.Disabled;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/** The subclasses of {@code ChannelContractTest}, found in the packages of their channels. Knows it by its name only. */
final class ContractSubclasses {

    static final Class<?> CONTRACT =
            ClassUtils.resolveClassName(Channel.class.getPackageName() + ".ChannelContractTest", null);

    private ContractSubclasses() {}

    /** What is wrong with a channel's contract test, in a sentence; nothing if it is there and whole. */
    static List<String> missing(String code) {
        List<Class<?>> found = of(code);
        if (found.isEmpty()) {
            return List.of("no contract test: extend ChannelContractTest in the test package channel." + code);
        }
        int whole = tests(CONTRACT);
        return found.stream()
                .filter(test -> AnnotationSupport.isAnnotated(test, Disabled.class) || tests(test) < whole)
                .map(test -> "%s runs %d tests of at least %d: it leaves out part of the contract"
                        .formatted(
                                test.getSimpleName(),
                                AnnotationSupport.isAnnotated(test, Disabled.class) ? 0 : tests(test),
                                whole))
                .toList();
    }

    private static List<Class<?>> of(String code) {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(CONTRACT));
        return scanner.findCandidateComponents(Channel.class.getPackageName() + "." + code).stream()
                .map(BeanDefinition::getBeanClassName)
                .<Class<?>>map(name -> ClassUtils.resolveClassName(name, null))
                .toList();
    }

    /** How many methods would be run as tests. */
    static int tests(Class<?> type) {
        return (int)
                AnnotationSupport.findAnnotatedMethods(type, Testable.class, HierarchyTraversalMode.TOP_DOWN).stream()
                        .filter(ContractSubclasses::enabled)
                        .count();
    }

    private static boolean enabled(Method test) {
        return !AnnotationSupport.isAnnotated(test, Disabled.class);
    }
}
