package cn.citybrain.parking.onboarding;

import java.lang.annotation.Annotation;
import java.util.Collection;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionDefaults;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;

/**
 * The components of a package and its rooms once more, beside the application's own and with other collaborators. What is
 * not replaced is the application's. Nothing is wrapped: no transactions, no events, no schedules.
 */
public final class OtherParts {

    private final ApplicationContext app;
    private final DefaultListableBeanFactory parts;

    private OtherParts(ApplicationContext app) {
        this.app = app;
        this.parts = new DefaultListableBeanFactory(app.getAutowireCapableBeanFactory());
        parts.registerResolvableDependency(ApplicationEventPublisher.class, app);
    }

    /** @param face a type of the package */
    public static OtherParts of(ApplicationContext app, Class<?> face) {
        OtherParts parts = new OtherParts(app);
        ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(parts.parts);
        BeanDefinitionDefaults byConstructor = new BeanDefinitionDefaults();
        byConstructor.setAutowireMode(AbstractBeanDefinition.AUTOWIRE_CONSTRUCTOR);
        scanner.setBeanDefinitionDefaults(byConstructor);
        scanner.setIncludeAnnotationConfig(false);
        scanner.scan(face.getPackageName());
        return parts;
    }

    /** Takes the place of the application's bean of that type. */
    public <T> OtherParts with(Class<T> type, T stand) {
        String[] names = app.getBeanNamesForType(type);
        String name = names.length == 1 ? names[0] : type.getName();
        if (parts.containsBeanDefinition(name)) {
            parts.removeBeanDefinition(name);
        }
        parts.registerSingleton(name, stand);
        parts.registerResolvableDependency(type, stand);
        return this;
    }

    /** Leaves the application's own bean in its place, with its transactions. */
    public OtherParts keeping(String name) {
        parts.removeBeanDefinition(name);
        parts.registerSingleton(name, app.getBean(name));
        return this;
    }

    public OtherParts after(BeanPostProcessor made) {
        parts.addBeanPostProcessor(made);
        return this;
    }

    public <T> T get(Class<T> type) {
        return parts.getBean(type);
    }

    /** All of them that carry an annotation, e.g. controllers. */
    public Collection<Object> annotated(Class<? extends Annotation> annotation) {
        return java.util.Arrays.stream(parts.getBeanNamesForAnnotation(annotation))
                .filter(parts::containsBeanDefinition)
                .map(parts::getBean)
                .toList();
    }
}
