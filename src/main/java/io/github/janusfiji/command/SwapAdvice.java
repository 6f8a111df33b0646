/*-
 * #%L
 * Janus: make, study and expose face manipulation in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 Janus developers.
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 * 
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 * 
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */
package io.github.janusfiji.command;

import io.github.janusfiji.dialog.Advice;
import io.github.janusfiji.dialog.Words;
import io.github.janusfiji.model.ModelCard;
import io.github.janusfiji.model.Side;
import io.github.janusfiji.task.FileStem;
import io.github.janusfiji.task.InputException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the chosen model says of a swap's dialog: whose faces it holds, whether it
 * has learnt a mask, and which face is not the clip's own.
 */
final class SwapAdvice {

	private SwapAdvice() {}

	/**
	 * @param entered texts by parameter
	 * @param image title of the image that is worked on without a file; may be
	 *          empty
	 * @return the advice; none without a model that can be read
	 */
	static Advice of(final Map<String, String> entered, final String image) {
		final String file = entered.getOrDefault("model", "");
		final boolean graphics = "graphics".equals(entered.get("method"));
		if (graphics) return new Advice(Map.of("mask", masks(false)), Map.of());
		if (file.isBlank()) return new Advice(Map.of("into", Map.of("A", "", "B",
			"")), Map.of());
		try {
			final ModelCard card = ModelCard.read(Path.of(file));
			final var faces = new LinkedHashMap<String, String>();
			for (final Side side : Side.first(card.people().size()))
				faces.put(side.name(), Words.get().text("advice.face", side.name(), card
					.name(side)));
			final String clip = entered.getOrDefault("input", "");
			return new Advice(Map.of("into", faces, "mask", masks(card.hasMask())),
				proposals(card, clip.isBlank() ? image : Path.of(clip).getFileName()
					.toString()));
		}
		catch (final InputException | InvalidPathException e) {
			return Advice.NONE;
		}
	}

	private static Map<String, String> masks(final boolean learned) {
		return learned ? Map.of("hull", "", "extended", "", "learned", "",
			"combined", "") : Map.of("hull", "", "extended", "");
	}

	/** A clip of one of two people gets the other's face. */
	private static Map<String, String> proposals(final ModelCard card,
		final String clip)
	{
		final String name = FileStem.of(clip);
		for (final Side side : Side.first(card.people().size()))
			if (!name.isEmpty() && name.equals(FileStem.of(card.name(side))) && !card
				.name(Side.A).equals(card.name(Side.B))) return Map.of("into", side.other().name());
		return Map.of();
	}
}
