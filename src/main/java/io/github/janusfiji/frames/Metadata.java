package io.github.janusfiji.frames;

import static org.bytedeco.ffmpeg.global.avutil.av_dict_iterate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the texts that writers put into a file's own metadata. */
final class Metadata {

	private Metadata() {}

	static Map<String, String> read(final Path input) throws IOException {
		if (Files.isDirectory(input)) return ofFolder(input);
		if (ImageFile.isTiff(input)) return ofTiff(input);
		if (ImageFile.isImage(input) && !"gif".equals(ImageFile.extension(input)))
			return PngText.read(input);
		return ofVideo(input);
	}

	private static Map<String, String> ofFolder(final Path folder)
		throws IOException
	{
		try (var frames = new ImageFolder(folder)) {
			return PngText.read(folder.resolve(frames.frameFile(0).orElseThrow()));
		}
	}

	private static Map<String, String> ofTiff(final Path file)
		throws IOException
	{
		final var texts = new LinkedHashMap<String, String>();
		final var pairs = TiffStack.header(file)[0].properties;
		for (int i = 0; pairs != null && i + 1 < pairs.length; i += 2) texts.put(
			pairs[i], pairs[i + 1]);
		return texts;
	}

	private static Map<String, String> ofVideo(final Path file)
		throws IOException
	{
		final var texts = new LinkedHashMap<String, String>();
		try (var demuxer = new Demuxer(file)) {
			final var all = demuxer.format.metadata();
			for (var entry = av_dict_iterate(all, null); entry != null; entry =
				av_dict_iterate(all, entry)) texts.put(entry.key().getString(
					StandardCharsets.UTF_8), entry.value().getString(
						StandardCharsets.UTF_8));
		}
		return texts;
	}
}
