package cn.citybrain.parking.onboarding.document.apart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.citybrain.parking.onboarding.document.picture.TestFiles;
import cn.citybrain.parking.onboarding.document.picture.Unreadable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.unit.DataSize;

/** With the real program, in processes of their own. */
class PictureReadersTest {

    private PictureReaders readers = readers(Duration.ofSeconds(60), Duration.ofSeconds(60), 320);

    private static PictureReaders readers(Duration patience, Duration deadline, int memory) {
        return new PictureReaders(
                new ReaderSettings(1, DataSize.ofMegabytes(memory), patience, deadline, Duration.ofSeconds(60), 40));
    }

    @AfterEach
    void end() {
        readers.destroy();
    }

    @Test
    void readsAndRefusesInAnotherProcess() {
        assertThat(readers.pages(TestFiles.pdf(2))).hasSize(2);
        assertThatThrownBy(() -> readers.pages(TestFiles.promising(9990, 9990, 0)))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("9990×9990 像素过大");
        List<byte[]> pages = readers.pages(TestFiles.tiff(2)).stream()
                .map(page -> page.jpeg())
                .toList();
        assertThat(readers.together(pages, 5 * 1024, 100 * 1024).jpeg().length).isBetween(5 * 1024, 100 * 1024);
    }

    @Test
    void aFileThatFillsTheMemoryCostsNothingButItsReader() {
        readers.destroy();
        readers = readers(Duration.ofSeconds(60), Duration.ofSeconds(60), 24);

        assertThatThrownBy(() -> readers.pages(TestFiles.written(TestFiles.twoColours(5000, 5000), "png")))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("解开后过大");
        assertThat(readers.pages(TestFiles.tiff(1))).hasSize(1);
    }

    @Test
    void aFileThatNeverEndsIsEnded() {
        readers.destroy();
        readers = readers(Duration.ofSeconds(60), Duration.ofSeconds(1), 320);

        byte[] endless = TestFiles.drawing("0 0 590 840 re f ".repeat(200_000));
        assertThatThrownBy(() -> readers.pages("hubin", endless))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("没有读完");
        assertThatThrownBy(() -> readers.pages("hubin", endless))
                .isInstanceOf(ReadersBusy.class)
                .hasMessageContaining("您刚才有一个文件过于复杂");
    }

    @Test
    void whoWaitsTooLongHearsSo() {
        readers.destroy();
        readers = readers(Duration.ofMillis(50), Duration.ofSeconds(60), 320);
        byte[] slow = TestFiles.written(TestFiles.twoColours(5000, 5000), "png");
        CompletableFuture<Void> first = CompletableFuture.runAsync(() -> readers.pages(slow));
        CompletableFuture<Void> second = CompletableFuture.runAsync(() -> readers.pages(slow));

        assertThat(List.of(first, second))
                .filteredOn(upload -> upload.handle(
                                (done, failed) -> failed != null && failed.getCause() instanceof ReadersBusy)
                        .join())
                .singleElement()
                .satisfies(busy -> assertThatThrownBy(busy::join).hasMessageContaining("请稍等半分钟再上传"));
    }

    /** Whoever reads files with a connection in hand keeps it from all others. */
    @Test
    void nothingIsReadWithinATransaction() {
        TransactionSynchronizationManager.setActualTransactionActive(true);
        try {
            assertThatThrownBy(() -> readers.pages(TestFiles.pdf(1))).isInstanceOf(IllegalStateException.class);
        } finally {
            TransactionSynchronizationManager.setActualTransactionActive(false);
        }
    }
}
