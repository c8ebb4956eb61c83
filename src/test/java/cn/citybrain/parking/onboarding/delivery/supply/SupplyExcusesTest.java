package cn.citybrain.parking.onboarding.delivery.supply;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.MethodParameter;
import org.springframework.core.SpringProperties;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.ui.Model;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.filter.UrlHandlerFilter;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.mvc.UrlFilenameViewController;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.servlet.view.xslt.XsltView;
import org.springframework.web.servlet.view.xslt.XsltViewResolver;

/** What {@code .ci/known-holes.yaml} gives as reasons is so, as long as this is green. */
@Tag("values")
@OnboardingTest
class SupplyExcusesTest {

    private static final List<Class<? extends java.lang.annotation.Annotation>> ONE_VALUE = List.of(
            RequestParam.class,
            PathVariable.class,
            RequestBody.class,
            RequestHeader.class,
            RequestPart.class,
            CookieValue.class);

    private static final Set<Class<?>> GIVEN_BY_SPRING = Set.of(
            ServletRequest.class,
            ServletResponse.class,
            Principal.class,
            HttpEntity.class,
            WebRequest.class,
            Map.class,
            Model.class,
            CsrfToken.class);

    @Autowired
    ApplicationContext app;

    /** Whatever has none of these annotations and is nothing of the request itself is made by data binding: of texts alone. */
    @Test
    void noControllerBindsParametersToAnObjectThatCanGrow() {
        List<MethodParameter> parameters = app.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().values().stream())
                .flatMap(method -> Stream.of(method.getMethodParameters()))
                .toList();

        assertThat(parameters).hasSizeGreaterThan(100);
        assertThat(parameters.stream()
                        .filter(SupplyExcusesTest::isBound)
                        .filter(parameter -> !isRecordOfTexts(parameter.getParameterType())))
                .isEmpty();
        assertThat(parameters.stream().filter(parameter -> Errors.class.isAssignableFrom(parameter.getParameterType())))
                .isEmpty();
    }

    @Test
    void noPageIsMadeOfAnAddressOrByXslt() {
        assertThat(app.getBeansOfType(UrlFilenameViewController.class)).isEmpty();
        assertThat(app.getBeansOfType(XsltViewResolver.class)).isEmpty();
        assertThat(app.getBeansOfType(View.class).values()).noneMatch(XsltView.class::isInstance);
    }

    @Test
    void nothingRedirectsByFilterNorStreamsFragments() throws IOException {
        assertThat(app.getBeansOfType(UrlHandlerFilter.class)).isEmpty();
        assertThat(app.getBeansOfType(RouterFunction.class)).isEmpty();
        nothingNames("FragmentsRendering", "UrlHandlerFilter", "RouterFunction");
    }

    /** Given with a character set, a name is encoded; without one, line breaks would stay in it. */
    @Test
    void noNameOfAFileSplitsAnAnswer() throws IOException {
        assertThat(ContentDisposition.attachment()
                        .filename("a\r\nSet-Cookie: b=c", StandardCharsets.UTF_8)
                        .build()
                        .toString())
                .doesNotContain("\r", "\n");
        for (Path file : sources()) {
            String source = text(file);
            if (source.contains("ContentDisposition.")) {
                assertThat(source.split("\\.filename\\(", -1))
                        .as("%s gives the character set with each name", file)
                        .hasSameSizeAs(source.split("StandardCharsets\\.UTF_8\\)\\s*\\.build\\(\\)", -1));
            }
        }
    }

    @Test
    void nothingEvaluatesSpringsExpressions() throws IOException {
        assertThat(SpringProperties.getProperty("spring.expression.compiler.mode"))
                .isNull();
        nothingNames("org.springframework.expression");
    }

    private static void nothingNames(String... words) throws IOException {
        assertThat(sources()).isNotEmpty().noneMatch(file -> Stream.of(words).anyMatch(text(file)::contains));
    }

    private static List<Path> sources() throws IOException {
        List<Path> found = new ArrayList<>();
        for (String root : List.of("src/main/java", "src/demo/java")) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(found::add);
            }
        }
        return found;
    }

    @Test
    void whatIsSaidToBeNoLibraryOfOursIsNone() {
        assertThat(BillOfMaterials.built().libraries())
                .doesNotContain(
                        "spring-messaging", "spring-webflux", "rsocket-core", "freemarker", "spring-security-ldap");
    }

    private static boolean isBound(MethodParameter parameter) {
        Class<?> type = parameter.getParameterType();
        return ONE_VALUE.stream().noneMatch(parameter::hasParameterAnnotation)
                && GIVEN_BY_SPRING.stream().noneMatch(given -> given.isAssignableFrom(type));
    }

    /** Made by its constructor: there is nothing in it that a path could reach. */
    private static boolean isRecordOfTexts(Class<?> type) {
        return type.isRecord()
                && Stream.of(type.getRecordComponents()).allMatch(component -> component.getType() == String.class);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
