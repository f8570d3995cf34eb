import { Quoted } from '../value.js';
import type { KeyValue } from './profile.js';

/** What the keys of the profiles hold. */
export const title: KeyValue = (post) => new Quoted(post.title);
export const date: KeyValue = (post, time) => time(post.date);
export const categories: KeyValue = (post) => post.categories;
export const author: KeyValue = (post) => post.author;
export const comments: KeyValue = (post) => post.comments;
export const sourceUrl: KeyValue = (post) => (post.url === '' ? undefined : new Quoted(post.url));
export const description: KeyValue = (post) => new Quoted(post.description ?? '');

/** The picture that stands for the article. */
export const cover: KeyValue = (post) => (post.cover === '' ? undefined : new Quoted(post.cover));
/** The same, where the key must be there. */
export const coverOrEmpty: KeyValue = (post) => new Quoted(post.cover);
export const coverList: KeyValue = (post) => (post.cover === '' ? undefined : [new Quoted(post.cover)]);
export const coverImage: KeyValue = (post) => (post.cover === '' ? undefined : { image: new Quoted(post.cover) });
