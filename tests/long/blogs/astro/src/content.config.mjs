import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

const schema = z.object({
  title: z.string(),
  description: z.string(),
  date: z.date(),
  pubDate: z.coerce.date(),
  categories: z.array(z.string()),
  image: z.string().optional(),
});

export const collections = { posts: defineCollection({ loader: glob({ base: './src/content/posts', pattern: '**/*.md' }), schema }) };
