package cn.citybrain.parking.onboarding.masterdata.importing;

import static cn.citybrain.parking.onboarding.masterdata.importing.TestFiles.csv;
import static cn.citybrain.parking.onboarding.masterdata.importing.TestFiles.unique;
import static cn.citybrain.parking.onboarding.masterdata.importing.TestFiles.uscc;
import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.masterdata.company.Companies;
import cn.citybrain.parking.onboarding.masterdata.company.CompanyEntry;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Templates and lists as files, and who may have them. */
@OnboardingTest
class TransferTest {

    @LocalServerPort
    int port;

    @Autowired
    Companies companies;

    @ParameterizedTest
    @CsvSource({
        "companies,csv",
        "companies,xlsx",
        "vendors,csv",
        "vendors,xlsx",
        "lots,csv",
        "lots,xlsx",
        "people,csv",
        "people,xlsx"
    })
    void whatIsExportedChangesNothingWhenItIsImported(String kind, String format) {
        companies.create(
                new CompanyEntry(
                        unique(),
                        "=HYPERLINK(\"http://x\",\"点我\")  两个空格",
                        uscc(),
                        "+@-",
                        "0571-88001234",
                        "a@x.example"),
                "supervisor");
        Browser supervisor = Browser.of(port, "supervisor");

        byte[] file = download(supervisor, "/api/masterdata/export/" + kind + "?format=" + format);
        HttpResponse<String> answer = TestFiles.upload(supervisor, kind, "export." + format, file);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        JsonNode counts = Browser.json(answer).get("counts");
        assertThat(counts.get("UNCHANGED").asInt()).isPositive();
        assertThat(counts.get("NEW").asInt()
                        + counts.get("CHANGED").asInt()
                        + counts.get("FAULTY").asInt())
                .as(counts.toString())
                .isZero();
    }

    @Test
    void exportsWhatIsSearchedForAndNothingThatCouldRun() {
        String key = unique();
        companies.create(
                new CompanyEntry(key + "a", "=cmd|' /C calc'!A0", uscc(), "", "", "a@x.example"), "supervisor");
        companies.create(new CompanyEntry(key + "b", "普通停车", uscc(), "", "", "a@x.example"), "supervisor");
        Browser supervisor = Browser.of(port, "supervisor");

        String found = text(download(supervisor, "/api/masterdata/export/companies?format=csv&q=" + key));
        assertThat(found.lines()).hasSize(3);
        assertThat(found).startsWith("\uFEFF公司代码,公司名称").contains(key + "a,'=cmd|' /C calc'!A0,");
        assertThat(text(download(supervisor, "/api/masterdata/export/companies?format=csv&q=" + key + "b"))
                        .lines())
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"companies", "vendors", "lots", "people"})
    void templatesAreReadBackAsTheyAreAndSayThatNothingIsInThem(String kind) {
        Browser supervisor = Browser.of(port, "supervisor");
        for (String format : List.of("csv", "xlsx")) {
            byte[] template = download(supervisor, "/api/masterdata/template/" + kind + "?format=" + format);
            HttpResponse<String> answer = TestFiles.upload(supervisor, kind, "template." + format, template);

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("标题行以下没有内容");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hubin", "zhilian", "reviewer", "auditor", "admin"})
    void nobodyButASupervisorImports(String userId) {
        Browser supervisor = Browser.of(port, "supervisor");
        String id = Browser.json(TestFiles.upload(
                        supervisor,
                        "companies",
                        "a.csv",
                        csv("公司代码,公司名称,统一社会信用代码,联系邮箱", unique() + ",新停车," + uscc() + ",a@x.example")))
                .get("id")
                .asText();
        Browser other = Browser.of(port, userId);
        String imports = "/api/masterdata/imports/" + id;

        for (String kind : List.of("companies", "vendors", "lots", "people")) {
            assertThat(TestFiles.upload(other, kind, "a.csv", csv("公司代码", "x")).statusCode())
                    .isEqualTo(403);
        }
        assertThat(other.get("/api/masterdata/import").statusCode()).isEqualTo(403);
        assertThat(other.get(imports).statusCode()).isEqualTo(403);
        assertThat(other.get(imports + "/rows").statusCode()).isEqualTo(403);
        assertThat(other.call("POST", imports + "/take", "{\"version\":1}").statusCode())
                .isEqualTo(403);
        assertThat(other.call("DELETE", imports, null).statusCode()).isEqualTo(403);
        assertThat(supervisor.get(imports).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hubin", "zhilian", "reviewer", "auditor", "admin", "supervisor"})
    void onlyThoseWhoKeepThemTakeListsAway(String userId) {
        Browser browser = Browser.of(port, userId);
        Map<String, Boolean> may = Map.of(
                "companies", userId.equals("supervisor"),
                "vendors", userId.equals("supervisor"),
                "lots", userId.equals("supervisor"),
                "people", List.of("supervisor", "admin").contains(userId));

        may.forEach((kind, allowed) -> {
            for (String what : List.of("export", "template")) {
                assertThat(browser.get("/api/masterdata/" + what + "/" + kind + "?format=csv")
                                .statusCode())
                        .as(userId + " " + what + " " + kind)
                        .isEqualTo(allowed ? 200 : 403);
            }
        });
    }

    @Test
    void whoIsNotLoggedInGetsNothing() {
        Browser stranger = new Browser(port);

        assertThat(stranger.get("/api/masterdata/export/companies").statusCode())
                .isEqualTo(401);
        assertThat(stranger.get("/api/masterdata/import").statusCode()).isEqualTo(401);
        assertThat(stranger.get("/masterdata/import").statusCode()).isEqualTo(302);
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }

    private static byte[] download(Browser browser, String path) {
        HttpResponse<byte[]> answer = browser.download(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-disposition").orElse(""))
                .startsWith("attachment");
        return answer.body();
    }
}
