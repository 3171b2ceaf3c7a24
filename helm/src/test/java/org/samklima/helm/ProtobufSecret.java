package org.samklima.helm;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Helm writes its own record of a release as a secret in protobuf, all else in JSON. Reads such a secret: its name, labels,
 * type and data. Numbers of the fields are those of {@code k8s.io/api/core/v1/generated.proto}.
 */
final class ProtobufSecret {

    private static final int MAGIC = 4;
    private static final int UNKNOWN_RAW = 2;
    private static final int SECRET_METADATA = 1;
    private static final int SECRET_DATA = 2;
    private static final int SECRET_TYPE = 3;
    private static final int METADATA_NAME = 1;
    private static final int METADATA_LABELS = 11;
    private static final int ENTRY_KEY = 1;
    private static final int ENTRY_VALUE = 2;

    private record Field(int number, byte[] content) {

        String text() {
            return new String(content, StandardCharsets.UTF_8);
        }
    }

    private ProtobufSecret() {}

    static ObjectNode read(byte[] bytes) {
        var envelope = fields(Arrays.copyOfRange(bytes, MAGIC, bytes.length));
        var json = JsonNodeFactory.instance.objectNode().put("apiVersion", "v1").put("kind", "Secret");
        for (var field : fields(the(envelope, UNKNOWN_RAW).content())) {
            switch (field.number()) {
                case SECRET_METADATA -> metadata(json.putObject("metadata"), fields(field.content()));
                case SECRET_TYPE -> json.put("type", field.text());
                case SECRET_DATA -> {
                    var entry = fields(field.content());
                    json.withObject("/data")
                            .put(
                                    the(entry, ENTRY_KEY).text(),
                                    the(entry, ENTRY_VALUE).content());
                }
                default -> {}
            }
        }
        return json;
    }

    private static void metadata(ObjectNode json, List<Field> fields) {
        for (var field : fields) {
            if (field.number() == METADATA_NAME) {
                json.put("name", field.text());
            } else if (field.number() == METADATA_LABELS) {
                var entry = fields(field.content());
                json.withObject("/labels")
                        .put(
                                the(entry, ENTRY_KEY).text(),
                                the(entry, ENTRY_VALUE).text());
            }
        }
    }

    private static Field the(List<Field> fields, int number) {
        return fields.stream()
                .filter(field -> field.number() == number)
                .findFirst()
                .orElseThrow();
    }

    /** The fields of a message that have a length: texts, bytes, messages. Numbers are passed over. */
    private static List<Field> fields(byte[] message) {
        var fields = new ArrayList<Field>();
        var buffer = ByteBuffer.wrap(message);
        while (buffer.hasRemaining()) {
            int tag = varint(buffer);
            switch (tag & 7) {
                case 0 -> varint(buffer);
                case 1 -> buffer.position(buffer.position() + Long.BYTES);
                case 2 -> {
                    var content = new byte[varint(buffer)];
                    buffer.get(content);
                    fields.add(new Field(tag >>> 3, content));
                }
                case 5 -> buffer.position(buffer.position() + Integer.BYTES);
                default -> throw new IllegalArgumentException("Not protobuf: " + tag);
            }
        }
        return fields;
    }

    private static int varint(ByteBuffer buffer) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = buffer.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return (int) value;
            }
        }
    }
}
