package dev.carom.lab.totals;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads the JUnit XML that Surefire, Failsafe, Vitest, Playwright and the shell runner write. */
final class JUnitXml {
    private static final int LONGEST_MESSAGE = 240;

    private JUnitXml() {}

    /** A report that cannot be read is one failure: a runner that was killed leaves half a file. */
    static List<TestResult> read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            NodeList cases = builder.parse(in).getElementsByTagName("testcase");
            List<TestResult> results = new ArrayList<>();
            for (int i = 0; i < cases.getLength(); i++) {
                results.add(result((Element) cases.item(i)));
            }
            return results;
        } catch (SAXException e) {
            return List.of(new TestResult(
                    "", file.getFileName().toString(), 0, new Outcome.Failed("unreadable report: " + e.getMessage())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TestResult result(Element testCase) {
        return new TestResult(
                testCase.getAttribute("classname"),
                testCase.getAttribute("name"),
                seconds(testCase.getAttribute("time")),
                outcome(testCase));
    }

    private static Outcome outcome(Element testCase) {
        for (String kind : List.of("failure", "error")) {
            if (testCase.getElementsByTagName(kind).item(0) instanceof Element problem) {
                return new Outcome.Failed(message(problem));
            }
        }
        if (testCase.getElementsByTagName("skipped").item(0) instanceof Element skipped) {
            return new Outcome.Skipped(message(skipped));
        }
        return new Outcome.Passed();
    }

    private static String message(Element element) {
        String attribute = element.getAttribute("message");
        String text = attribute.isBlank() ? element.getTextContent() : attribute;
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST_MESSAGE ? line : line.substring(0, LONGEST_MESSAGE) + "…";
    }

    /** Surefire groups thousands with a comma. */
    private static double seconds(String time) {
        return time.isEmpty() ? 0 : Double.parseDouble(time.replace(",", ""));
    }
}
