package cn.citybrain.parking.onboarding.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Draws every model with bpmn-js, as Cockpit does, into {@code target/pictures}. Where the other tests in a browser run: it is theirs. */
@Tag("live")
@NeedsChromium
class ModelPicturesTest {

    private static final String BPMN_JS = "/META-INF/resources/webjars/bpmn-js/8.0.0/dist/";

    /** Answers with the import's warnings, one per line, and sizes the canvas to the whole diagram. */
    private static final String DRAW = """
            async xml => {
              const viewer = new BpmnJS({container: '#canvas'});
              const {warnings} = await viewer.importXML(xml);
              const canvas = viewer.get('canvas'), box = canvas.viewbox().inner, margin = 20;
              const element = document.getElementById('canvas');
              element.style.width = (box.width + 2 * margin) + 'px';
              element.style.height = (box.height + 2 * margin) + 'px';
              canvas.resized();
              canvas.viewbox({x: box.x - margin, y: box.y - margin,
                              width: box.width + 2 * margin, height: box.height + 2 * margin});
              return warnings.map(w => w.message).join('\\n');
            }
            """;

    private final Chromium chromium = Chromium.ofThisJvm();

    static List<Path> models() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("bpmn"))) {
            return files.filter(f -> f.toString().endsWith(".bpmn")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void bpmnJsDrawsTheWholeModelWithoutAWarning(Path model) throws IOException {
        try (BrowserContext viewer = chromium.person(3000, 1400)) {
            Page page = viewer.newPage();
            page.setContent(
                    "<style>" + resource("assets/diagram-js.css")
                            + " .bjs-powered-by{display:none}</style><div id='canvas' style='width:3000px;height:1400px'></div>");
            page.addScriptTag(new Page.AddScriptTagOptions().setContent(resource("bpmn-viewer.production.min.js")));

            assertThat(page.evaluate(DRAW, Files.readString(model))).isEqualTo("");

            Path picture =
                    Path.of("target/pictures", model.getFileName().toString().replace(".bpmn", ".png"));
            Files.createDirectories(picture.getParent());
            page.locator("#canvas").screenshot(new Locator.ScreenshotOptions().setPath(picture));
            assertThat(picture).isNotEmptyFile();
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = ModelPicturesTest.class.getResourceAsStream(BPMN_JS + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
