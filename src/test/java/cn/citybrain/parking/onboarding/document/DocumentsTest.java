package cn.citybrain.parking.onboarding.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.people.CurrentUser;
import cn.citybrain.parking.onboarding.encryption.UndecipherableValue;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

@OnboardingTest
class DocumentsTest {

    private static final byte[] PNG = HexFormat.of()
            .parseHex("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
                    + "0000000d4944415478da6364f8cf500f00038601805a347d6b0000000049454e44ae426082");

    @Autowired
    Documents documents;

    @Autowired
    PaperIntake intake;

    @Autowired
    Renderings renderings;

    @Autowired
    JdbcClient jdbc;

    @Test
    void keepsContentAndNameEncrypted() {
        Document stored = store("C:\\扫描\\张三身份证.png");

        byte[] column = jdbc.sql("SELECT content FROM document WHERE id = ?")
                .param(stored.id())
                .query((row, n) -> row.getBytes(1))
                .single();
        String name = jdbc.sql("SELECT file_name FROM document WHERE id = ?")
                .param(stored.id())
                .query(String.class)
                .single();
        assertThat(HexFormat.of().formatHex(column))
                .doesNotContain(HexFormat.of().formatHex(PNG).substring(0, 16));
        assertThat(name).doesNotContain("张三");
        assertThat(documents.content(stored.id())).isEqualTo(PNG);
        assertThat(documents.find(stored.id())).contains(stored);
        assertThat(stored.fileName()).isEqualTo("张三身份证.png");
        assertThat(stored.mediaType()).isEqualTo("image/png");
    }

    @Test
    void showsAPaperToItsCompanyInASandbox() throws Exception {
        Document stored = store("营业执照.png");

        as("t-a")
                .perform(get("/api/documents/" + stored.id()))
                .andExpect(status().isOk())
                .andExpect(content().bytes(renderings.page(stored.id(), 1).orElseThrow()))
                .andExpect(header().string("Content-Type", "image/jpeg"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Content-Security-Policy", "default-src 'none'; sandbox"))
                .andExpect(header().string("Cache-Control", "no-store"))
                .andExpect(result -> assertThat(result.getResponse().getHeader("Content-Disposition"))
                        .startsWith("inline")
                        .contains("filename*=UTF-8''%E8%90%A5%E4%B8%9A%E6%89%A7%E7%85%A7.jpg"));
        as("t-a").perform(get("/api/documents/" + stored.id() + "?download")).andExpect(result -> assertThat(
                        result.getResponse().getHeader("Content-Disposition"))
                .startsWith("attachment"));
    }

    @Test
    void keepsThePagesEncryptedEachForItsPlace() {
        Document one = store("一.png");
        Document other = store("二.png");
        byte[] page = column(one);

        assertThat(new String(page, StandardCharsets.ISO_8859_1)).doesNotContain("JFIF");
        assertThat(one.pages()).isOne();
        jdbc.sql("UPDATE document_page SET content = ? WHERE document_id = ?")
                .params(page, other.id())
                .update();
        assertThatThrownBy(() -> renderings.page(other.id(), 1)).isInstanceOf(UndecipherableValue.class);
    }

    /** Stored by a version that made none. */
    @Test
    void makesThePagesOfAnOldPaperWhenSomebodyLooks() {
        Document old = store("旧.png");
        byte[] before = renderings.page(old.id(), 1).orElseThrow();
        jdbc.sql("DELETE FROM document_page WHERE document_id = ?")
                .param(old.id())
                .update();

        assertThat(documents.find(old.id()).orElseThrow().pages()).isZero();
        assertThat(renderings.page(old.id(), 1)).hasValue(before);
        assertThat(renderings.page(old.id(), 2)).isEmpty();
        assertThat(documents.find(old.id()).orElseThrow().pages()).isOne();
    }

    @Test
    void nothingIsLeftOfAPaperWhoseTimeIsOver() {
        Document old = store("旧.png");
        documents.empty(old.id());

        assertThat(jdbc.sql("SELECT count(*) FROM document_page WHERE document_id = ?")
                        .param(old.id())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThatThrownBy(() -> renderings.page(old.id(), 1)).isInstanceOf(PaperRemoved.class);
    }

    private byte[] column(Document document) {
        return jdbc.sql("SELECT content FROM document_page WHERE document_id = ?")
                .param(document.id())
                .query((row, n) -> row.getBytes(1))
                .single();
    }

    @Test
    void knowsNoPaperOfAnotherCompany() throws Exception {
        Document stored = store("营业执照.png");

        as("t-b")
                .perform(get("/api/documents/" + stored.id()))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.message").value("没有找到这份资料"));
        as("t-a").perform(get("/api/documents/0000")).andExpect(status().isNotFound());
    }

    private Document store(String fileName) {
        return documents.store("WX1", "licenceCopy", "t-a", intake.read(fileName, PNG), "op");
    }

    private MockMvc as(String tenant) {
        CurrentUser user = mock(CurrentUser.class);
        when(user.current()).thenReturn(new Actor("op", "操作员", Set.of("lot-operator"), Set.of(tenant)));
        return MockMvcBuilders.standaloneSetup(new DocumentController(
                        documents, renderings, (paper, actor) -> actor.sees(paper.tenantId()), user))
                .build();
    }
}
