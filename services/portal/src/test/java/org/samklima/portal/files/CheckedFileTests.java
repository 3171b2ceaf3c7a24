package org.samklima.portal.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.samklima.portal.problem.Problem;
import org.springframework.mock.web.MockMultipartFile;

class CheckedFileTests {

    private static final byte[] PDF = "%PDF-1.7\n%\u00e2\u00e3\n1 0 obj\n".getBytes(StandardCharsets.ISO_8859_1);

    /** One pixel. */
    private static final byte[] WEBP =
            Base64.getDecoder().decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");

    @Test
    void a_file_is_what_its_content_is() throws Exception {
        assertThat(CheckedFile.of("plan.pdf", PDF).kind()).isEqualTo(ContentKind.PDF);
        assertThat(CheckedFile.of("figures.xlsx", workbook()).kind()).isEqualTo(ContentKind.XLSX);
        assertThat(CheckedFile.of("minutes.odt", openDocument("text")).kind()).isEqualTo(ContentKind.ODT);
        assertThat(CheckedFile.of("figures.ods", openDocument("spreadsheet")).kind())
                .isEqualTo(ContentKind.ODS);
        assertThat(CheckedFile.of("days.csv", text("dag;antal\nmåndag;112\n", StandardCharsets.UTF_8))
                        .kind())
                .isEqualTo(ContentKind.CSV);
        assertThat(CheckedFile.of("notes.txt", text("Hej då", Charset.forName("windows-1252")))
                        .kind())
                .isEqualTo(ContentKind.TEXT);
        assertThat(CheckedFile.of("unicode.txt", text("\ufeffHej då", StandardCharsets.UTF_16LE))
                        .kind())
                .isEqualTo(ContentKind.TEXT);
    }

    @Test
    void a_file_without_an_ending_gets_the_one_that_fits() {
        assertThat(CheckedFile.of("the plan", PDF).name()).isEqualTo("the plan.pdf");
        assertThat(CheckedFile.of("C:\\mine\\a\u202egpj.pdf", PDF).name()).isEqualTo("agpj.pdf");
        assertThat(CheckedFile.of("../../etc/passwd.pdf", PDF).name()).isEqualTo("passwd.pdf");
        assertThat(CheckedFile.of("x".repeat(400) + ".pdf", PDF).name())
                .hasSizeLessThanOrEqualTo(200)
                .endsWith(".pdf");
    }

    @ParameterizedTest
    @ValueSource(strings = {"photo.jpg", "plan.docx", "plan.exe", "notes.txt"})
    void a_file_that_is_not_what_its_name_says_is_refused(String name) {
        assertThatThrownBy(() -> CheckedFile.of(name, PDF)).isInstanceOf(Problem.class);
    }

    @Test
    void what_runs_or_hides_something_is_refused() throws Exception {
        refused("page.html", text("<html><script>alert(1)</script></html>", StandardCharsets.UTF_8));
        refused("page.txt", text("<html><script>alert(1)</script></html>", StandardCharsets.UTF_8));
        refused("drawing.svg", text("<svg xmlns='http://www.w3.org/2000/svg'/>", StandardCharsets.UTF_8));
        refused("tool.exe", new byte[] {'M', 'Z', 0, 0, 3, 0});
        refused("photos.zip", zip("readme.txt", "Hello"));
        refused("photos.docx", zip("readme.txt", "Hello"));
        refused("plan.docx", withMacro());
        refused("data.txt", new byte[] {'a', 0, 1, 2});
        refused("empty.txt", new byte[0]);
    }

    @Test
    void what_is_larger_than_permitted_is_refused_before_it_is_looked_at() {
        var large = new MockMultipartFile("file", "large.jpg", "image/jpeg", new byte[26 * 1024 * 1024]);

        assertThatThrownBy(() -> CheckedFile.of(large))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.TOO_LARGE));
    }

    @Test
    void a_picture_loses_what_the_camera_added_and_is_made_no_larger_than_a_screen_shows() throws Exception {
        var taken = Pictures.asTaken(Pictures.photo(4000, 3000), 1);
        assertThat(contains(taken, Pictures.PLACE)).isTrue();

        var file = CheckedFile.of("IMG_0001.JPG", taken);

        assertThat(file.name()).isEqualTo("IMG_0001.JPG");
        assertThat(contains(file.content(), Pictures.PLACE)).isFalse();
        assertThat(contains(file.content(), "Exif")).isFalse();
        assertThat(read(file.content())).matches(image -> image.getWidth() == 2000 && image.getHeight() == 1500);
        assertThat(read(file.picture().preview())).matches(image -> image.getWidth() == 640);
    }

    /** The mark is in the upper left corner of what was drawn; where it is to be seen follows from how the camera was held. */
    @ParameterizedTest
    @CsvSource({
        "1, 400, 300, left, top",
        "2, 400, 300, right, top",
        "3, 400, 300, right, bottom",
        "4, 400, 300, left, bottom",
        "5, 300, 400, left, top",
        "6, 300, 400, right, top",
        "7, 300, 400, right, bottom",
        "8, 300, 400, left, bottom",
    })
    void a_picture_is_turned_upright(int orientation, int width, int height, String side, String end) throws Exception {
        var file = CheckedFile.of("IMG.jpg", Pictures.asTaken(Pictures.photo(400, 300), orientation));

        var image = read(file.content());
        assertThat(image.getWidth()).isEqualTo(width);
        assertThat(image.getHeight()).isEqualTo(height);
        int x = side.equals("left") ? 10 : width - 11;
        int y = end.equals("top") ? 10 : height - 11;
        assertThat(new Color(image.getRGB(x, y)).getRed()).isCloseTo(255, within(12));
        assertThat(new Color(image.getRGB(x, y)).getBlue()).isCloseTo(0, within(12));
    }

    @Test
    void a_drawing_stays_one_and_what_shows_through_goes_on_showing_through() throws Exception {
        var drawing = Pictures.written(Pictures.image(300, 200, BufferedImage.TYPE_INT_ARGB), "png");
        assertThat(CheckedFile.of("sketch.png", drawing).kind()).isEqualTo(ContentKind.PNG);
        assertThat(read(CheckedFile.of("sketch.png", drawing).content())
                        .getColorModel()
                        .hasAlpha())
                .isTrue();
        var moving = Pictures.written(Pictures.image(300, 200, BufferedImage.TYPE_BYTE_INDEXED), "gif");
        assertThat(CheckedFile.of("moving.gif", moving).name()).isEqualTo("moving.png");
        assertThat(CheckedFile.of("phone.webp", WEBP).name()).isEqualTo("phone.jpg");
    }

    @Test
    void a_picture_that_would_fill_the_memory_is_refused_by_its_header() {
        assertThatThrownBy(() -> CheckedFile.of("bomb.png", Pictures.hugePng(60_000, 60_000)))
                .hasMessage("files.picture-too-many-pixels");
        assertThatThrownBy(() -> CheckedFile.of("broken.png", Pictures.hugePng(600, 600)))
                .hasMessage("files.picture-broken");
    }

    private static void refused(String name, byte[] content) {
        assertThatThrownBy(() -> CheckedFile.of(name, content)).as(name).isInstanceOf(Problem.class);
    }

    private static byte[] text(String text, Charset charset) {
        return text.getBytes(charset);
    }

    private static boolean contains(byte[] content, String text) {
        return new String(content, StandardCharsets.ISO_8859_1).contains(text);
    }

    private static BufferedImage read(byte[] content) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(content));
    }

    private static byte[] workbook() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new XSSFWorkbook()) {
            workbook.createSheet("Budget").createRow(0).createCell(0).setCellValue(5);
            workbook.write(bytes);
        }
        return bytes.toByteArray();
    }

    private static byte[] openDocument(String kind) throws IOException {
        return zip("mimetype", "application/vnd.oasis.opendocument." + kind);
    }

    private static byte[] withMacro() throws IOException {
        var main = ContentKind.DOCX.mediaType() + ".main+xml";
        return zip(
                "[Content_Types].xml",
                "<Types><Override PartName=\"/word/document.xml\" ContentType=\"" + main + "\"/></Types>",
                "word/vbaProject.bin",
                "macro");
    }

    private static byte[] zip(String... namesAndContents) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndContents[i]));
                zip.write(namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
